/* Scheme, menu, search button, contents list, wide tables. Loaded in the head and not deferred, so that a chosen
   colour scheme holds from the first paint; everything else waits for the document. */
(function () {
  'use strict';
  var KEY = 'werkwijzer:weergave';
  var root = document.documentElement;
  var prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
  var roomy = window.matchMedia('(min-width: 64rem)');
  var roomBeside = window.matchMedia('(min-width: 80rem)');

  /* Storage may be blocked or full: the choice then lasts as long as the page. */
  function read() {
    try { return window.localStorage.getItem(KEY); } catch (e) { return null; }
  }
  function keep(value) {
    try {
      if (value) window.localStorage.setItem(KEY, value);
      else window.localStorage.removeItem(KEY);
    } catch (e) { /* nothing is lost but the choice */ }
  }

  function system() { return prefersDark.matches ? 'dark' : 'light'; }
  function shown() { return root.getAttribute('data-scheme') || system(); }
  function choose(scheme) {
    /* The same as the system: no choice of our own, so follow the system again. */
    if (scheme === 'dark' || scheme === 'light') root.setAttribute('data-scheme', scheme);
    if (scheme === system()) root.removeAttribute('data-scheme');
  }

  root.classList.add('ww-js');
  choose(read());

  function part(name) { return document.querySelector('[data-ww="' + name + '"]'); }

  function schemeButton(button) {
    function tell() { button.setAttribute('aria-pressed', String(shown() === 'dark')); }
    button.addEventListener('click', function () {
      choose(shown() === 'dark' ? 'light' : 'dark');
      keep(root.getAttribute('data-scheme'));
      tell();
    });
    prefersDark.addEventListener('change', tell);
    window.addEventListener('storage', function (event) {
      if (event.key === KEY) { root.removeAttribute('data-scheme'); choose(event.newValue); tell(); }
    });
    tell();
  }

  /* The menu covers the page on small screens, so what lies under it is switched off meanwhile. */
  function menuButton(button) {
    function set(open) {
      button.setAttribute('aria-expanded', String(open));
      root.toggleAttribute('data-menu', open);
      document.querySelectorAll('.ww-main, .ww-foot').forEach(function (area) { area.inert = open; });
    }
    function isOpen() { return root.hasAttribute('data-menu'); }
    button.addEventListener('click', function () { set(!isOpen()); });
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && isOpen()) { set(false); button.focus(); }
    });
    roomy.addEventListener('change', function () { set(false); });
    window.addEventListener('pageshow', function () { set(false); });
  }

  /* The script of the search and its index are fetched when somebody opens it, not before. */
  function searchButton(button) {
    var dialog = document.getElementById('zoeken');
    var asked = false;
    button.addEventListener('click', function () {
      if (!asked) {
        var script = document.createElement('script');
        script.src = dialog.getAttribute('data-script');
        document.head.append(script);
        asked = true;
      }
      dialog.showModal();
      button.setAttribute('aria-expanded', 'true');
    });
    dialog.addEventListener('close', function () { button.setAttribute('aria-expanded', 'false'); });
    dialog.addEventListener('click', function (event) { if (event.target === dialog) dialog.close(); });
    part('close').addEventListener('click', function () { dialog.close(); });
  }

  function contents(list) {
    function fit() { list.open = roomBeside.matches; }
    roomBeside.addEventListener('change', fit);
    fit();
    var links = Array.from(list.querySelectorAll('a'));
    var heads = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
    /* The section whose heading last passed the upper third of the window. */
    function mark() {
      var here = -1;
      heads.forEach(function (head, i) {
        if (head && head.getBoundingClientRect().top < window.innerHeight / 3) here = i;
      });
      links.forEach(function (link, i) {
        if (i === here) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      });
    }
    var waiting = false;
    document.addEventListener('scroll', function () {
      if (waiting || !roomBeside.matches) return;
      waiting = true;
      window.requestAnimationFrame(function () { waiting = false; mark(); });
    }, { passive: true });
  }

  /* A box that scrolls must be reachable by keyboard; one that does not would be a needless stop. */
  function table(box) {
    var name = box.querySelector('caption, th');
    new ResizeObserver(function () {
      var wide = box.scrollWidth > box.clientWidth + 1;
      ['role', 'tabindex', 'aria-label'].forEach(function (key, i) {
        if (wide) box.setAttribute(key, ['region', '0', 'Tabel: ' + (name ? name.textContent : '')][i]);
        else box.removeAttribute(key);
      });
    }).observe(box);
  }

  document.addEventListener('DOMContentLoaded', function () {
    [['scheme', schemeButton], ['menu', menuButton], ['search', searchButton], ['toc', contents]].forEach(function (pair) {
      var element = part(pair[0]);
      if (!element) return;
      pair[1](element);
      element.hidden = false;
    });
    document.querySelectorAll('[data-ww="table"]').forEach(table);
  });
})();
