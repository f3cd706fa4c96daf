/* Prints one programme without the others on the page. */

class Programme extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('[data-do=print]');
    button.hidden = false;
    button.onclick = () => this.print();
  }

  print() {
    const others = [...this.parentElement.children].filter((part) => part !== this && part !== this.previousElementSibling);
    for (const part of others) part.classList.add('ww-programme-other');
    addEventListener('afterprint', () => others.forEach((part) => part.classList.remove('ww-programme-other')), { once: true });
    print();
  }
}

customElements.define('ww-programme', Programme);
