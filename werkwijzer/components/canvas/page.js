/* The canvas: each field is a part of the note, and an example can stand beside it. */

import { all } from '../../browser/base/dom.js';
import { sheet } from '../../browser/sheet/index.js';

const FULL = [900, 1800, 3000]; // signs from which paper needs a smaller face

class Canvas extends sheet.Kit {
  started() {
    this.example(false);
  }
  packed() {
    return sheet.whole(this.value());
  }
  unpacked(parts) {
    return parts;
  }

  live(on) {
    super.live(on);
    if (!on) for (const part of all(this, '.ww-canvas-example, .ww-canvas-about')) part.hidden = false;
  }

  changed() {
    const signs = Object.values(this.value()).join('').length;
    this.dataset.full = FULL.filter((least) => signs > least).length;
  }

  do_example(button) {
    this.example(button.getAttribute('aria-pressed') !== 'true');
  }

  example(on) {
    const button = this.querySelector('[data-do="example"]');
    button.setAttribute('aria-pressed', on);
    for (const part of all(this, '.ww-canvas-example, .ww-canvas-about')) part.hidden = !on;
  }
}

customElements.define('ww-canvas', Canvas);
