/* What the type checker must know of a page. Templates decide which elements stand where, so what is found by a selector is taken as it is. */

interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}

interface Element {
  closest(selectors: string): any;
}

/** Who hears an event knows from which elements it can come. */
interface EventTarget {
  closest(selectors: string): any;
  dataset?: any;
  hidden?: any;
  matches(selectors: string): boolean;
  nextElementSibling?: any;
}

interface Document {
  getElementById(id: string): any;
}

interface SVGScriptElement {
  src: string;
}

interface Window {
  Werkwijzer: any;
}

interface Navigator {
  connection?: { saveData?: boolean };
}

/** What scripts of a page share; see `werkwijzer/build/bundles.py`. */
declare var Werkwijzer: any;
declare var __index: any;
