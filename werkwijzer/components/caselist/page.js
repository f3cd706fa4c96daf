/* How far you are with each case. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer;
  const { Shown, named } = W.progress;

  function stateOf({ dataset }) {
    if (dataset.questions) return W.record.status(dataset.questions, { pass: 0 }).state;
    const kept = W.store.get('case', dataset.case);
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
})();
