/* Elements: made and found. Text stays text, it never becomes HTML. */

/**
 * An element with content. `about`: its class, or properties by name.
 * @param {string} tag
 * @param {string | Record<string, unknown>} [about]
 * @param {...(string | Node)} content
 * @returns {any} whatever element that is
 */
export function make(tag, about = '', ...content) {
  const made = document.createElement(tag);
  if (about) Object.assign(made, typeof about === 'string' ? { className: about } : about);
  made.append(...content);
  return made;
}

/**
 * A link with content.
 * @param {string | URL} href
 * @param {...(string | Node)} content
 * @returns {HTMLAnchorElement}
 */
export const link = (href, ...content) => make('a', { href }, ...content);

/**
 * What `css` finds in `el`, as a list.
 * @param {ParentNode} el
 * @param {string} css
 * @returns {any[]}
 */
export const all = (el, css) => [...el.querySelectorAll(css)];

/**
 * A paragraph that is read out when it gets words.
 * @param {string} className
 * @returns {HTMLParagraphElement}
 */
export function status(className) {
  const made = make('p', className);
  made.setAttribute('role', 'status');
  return made;
}

/**
 * Adds a stylesheet to the page, once; resolves when it came, or will not come.
 * @param {string} href its full address
 * @returns {Promise<void>}
 */
export const bringSheet = (href) =>
  new Promise((done) => {
    if (all(document, 'link[rel="stylesheet"]').some((one) => one.href === href)) done();
    else document.head.append(make('link', { rel: 'stylesheet', href, onload: done, onerror: done }));
  });
