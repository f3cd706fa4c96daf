/* How far you are with each case. */

import { know } from '../../browser/base/kinds.js';
import { more } from '../../browser/base/kinds-more.js';
import { named } from '../../browser/base/words.js';
import { record, Shown, store } from '../../browser/course/index.js';

know(store, more);

function stateOf({ dataset }) {
  if (dataset.questions) return record.status(dataset.questions, { pass: 0 }).state;
  const kept = store.get('case', dataset.case);
  if (kept?.runs) return 'done';
  return kept?.path.length ? 'busy' : 'none';
}

class CaseList extends Shown {
  show() {
    for (const item of this.querySelectorAll('li')) {
      item.dataset.state = stateOf(item);
      item.querySelector('.ww-chapter-state').textContent = named('case', item.dataset.state);
    }
  }
}

customElements.define('ww-caselist', CaseList);
