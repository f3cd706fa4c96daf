/* Words that a line break cuts in two, and whether the page scrolls sideways. What has spaces nowhere (an address) is no word. */
() => {
  const HEADS = 'label, button, th, legend, summary, figure, h1, h2, h3, h4, dt, nav';
  const room = document.querySelector('main').clientWidth - 2 * parseFloat(getComputedStyle(document.querySelector('.ww-page')).paddingInlineStart);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const words = [];

  const shown = (el) => el.checkVisibility({ visibilityProperty: true }) && el.getBoundingClientRect().width > 3 && !el.closest('.ww-hidden, script, style, textarea, pre, code');
  const boxes = () => [...range.getClientRects()].filter((box) => box.width > 0);
  const lines = () => new Set(boxes().map((box) => Math.round(box.top))).size;
  const address = (text, at) => /[\w)]\.\w|\//.test(text.slice(0, at).match(/\S*$/)[0] + text.slice(at).match(/^\S*/)[0]);

  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const el = node.parentElement;
    if (!/\p{L}/u.test(node.data) || !shown(el)) continue;
    range.selectNodeContents(node);
    if (lines() < 2) continue;
    for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{M}\p{N}]{4,}/gu)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (lines() < 2 || address(node.data, index)) continue;
      const width = boxes().reduce((sum, box) => sum + box.width, 0);
      words.push({ word, head: Boolean(el.closest(HEADS)), share: width / room, hyphens: getComputedStyle(el).hyphens, at: el.tagName + '.' + el.className });
    }
  }
  return { words, scrolls: document.documentElement.scrollWidth - innerWidth };
}
