/* The search: one pass over the index that the site generator wrote. Dutch writes compounds as one word, so a
   part of a word counts too: "norm" finds "groepsnormen". No worker and no library: the course is small enough. */
(function () {
  'use strict';
  var LIMIT = 20;
  var dialog = document.getElementById('zoeken');
  var input = dialog.querySelector('input');
  var status = dialog.querySelector('[role="status"]');
  var list = dialog.querySelector('ol');
  var base = new URL(dialog.getAttribute('data-root').replace(/\/?$/, '/'), window.location);
  var entries = null;

  /* Same length as the text it comes from, so that positions in one hold in the other. */
  function plain(text) {
    return Array.from(text.normalize('NFC'), function (sign) {
      var bare = sign.normalize('NFD').charAt(0).toLowerCase();
      return bare.length === sign.length ? bare : sign;
    }).join('');
  }

  function untagged(html) {
    return html.replace(/<[^>]*>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'").replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim().normalize('NFC');
  }

  /* MkDocs calls them docs, Zensical items. */
  function prepare(index) {
    var pages = {};
    entries = (index.docs || index.items || []).map(function (doc) {
      var title = untagged(doc.title || '');
      var text = untagged(doc.text || '');
      if (doc.location.indexOf('#') < 0) pages[doc.location] = title;
      return { location: doc.location, title: title, text: text, plainTitle: plain(title), plainText: plain(text) };
    });
    entries.forEach(function (entry) { entry.page = pages[entry.location.split('#')[0]] || ''; });
  }

  /* groepen → groep, rollen → rol, deelnemers → deelnemer */
  function stem(word) {
    var cut = word.replace(/(en|e|s)$/, '');
    if (cut.length < 3 || cut === word) return word;
    return cut.replace(/([bdfgklmnprst])\1$/, '$1');
  }

  var WORD = /[\p{L}\p{N}]/u;
  function edge(text, at) { return at < 0 || at >= text.length || !WORD.test(text.charAt(at)); }

  /* 4 a word, 3 the start of one, 1 a part of one, 0 nowhere */
  function fit(text, word) {
    var best = 0;
    for (var at = text.indexOf(word); at >= 0 && best < 4; at = text.indexOf(word, at + 1)) {
      var starts = edge(text, at - 1);
      best = Math.max(best, starts ? (edge(text, at + word.length) ? 4 : 3) : (word.length > 3 ? 1 : 0));
    }
    return best;
  }

  function score(entry, words) {
    var total = 0;
    for (var i = 0; i < words.length; i++) {
      var short = stem(words[i]);
      var hit = 3 * Math.max(fit(entry.plainTitle, words[i]), fit(entry.plainTitle, short)) +
        Math.max(fit(entry.plainText, words[i]), fit(entry.plainText, short));
      if (!hit) return 0;
      total += hit;
    }
    return total;
  }

  function find(query) {
    var words = plain(query).split(/\s+/).filter(function (word) { return word.length > 1; });
    if (!words.length) return null;
    var hits = entries.map(function (entry) { return { entry: entry, score: score(entry, words) }; })
      .filter(function (hit) { return hit.score; });
    hits.sort(function (a, b) { return b.score - a.score; });
    return { words: words, hits: hits };
  }

  function first(text, words) {
    var places = words.map(function (word) {
      var at = text.indexOf(word);
      return at < 0 ? text.indexOf(stem(word)) : at;
    }).filter(function (at) { return at >= 0; });
    return places.length ? Math.min.apply(null, places) : 0;
  }

  function marked(text, words) {
    var box = document.createElement('p');
    var flat = plain(text);
    var at = 0;
    while (at < text.length) {
      var next = words.map(function (word) {
        var exact = flat.indexOf(word, at);
        return exact < 0 ? { at: flat.indexOf(stem(word), at), size: stem(word).length } : { at: exact, size: word.length };
      }).filter(function (spot) { return spot.at >= 0; }).sort(function (a, b) { return a.at - b.at; })[0];
      if (!next) break;
      var mark = document.createElement('mark');
      mark.textContent = text.slice(next.at, next.at + next.size);
      box.append(text.slice(at, next.at), mark);
      at = next.at + next.size;
    }
    box.append(text.slice(at));
    return box;
  }

  function excerpt(entry, words) {
    var from = Math.max(0, first(entry.plainText, words) - 60);
    if (from) from = entry.text.indexOf(' ', from) + 1;
    var text = entry.text.slice(from, from + 170);
    var more = from + 170 < entry.text.length;
    return (from ? '… ' : '') + (more ? text.replace(/\s\S*$/, ' …') : text);
  }

  function row(entry, words) {
    var item = document.createElement('li');
    var link = document.createElement('a');
    link.href = new URL(entry.location, base).href;
    link.textContent = entry.title;
    item.append(link);
    if (entry.page && entry.page !== entry.title) {
      var place = document.createElement('span');
      place.className = 'ww-search-place';
      place.textContent = 'in ' + entry.page;
      item.append(' ', place);
    }
    item.append(marked(excerpt(entry, words), words));
    return item;
  }

  function say(count) {
    if (count === 0) return 'Niets gevonden. Probeer een korter of een ander woord.';
    if (count === 1) return '1 plek gevonden.';
    return count + ' plekken gevonden' + (count > LIMIT ? '; dit zijn de eerste ' + LIMIT : '') + '.';
  }

  function show() {
    if (!entries) return;
    var found = find(input.value);
    list.replaceChildren();
    status.textContent = found ? say(found.hits.length) : '';
    if (!found) return;
    found.hits.slice(0, LIMIT).forEach(function (hit) { list.append(row(hit.entry, found.words)); });
  }

  function failed() { status.textContent = 'Zoeken lukt hier niet: de lijst met woorden is niet te lezen.'; }

  /* Browsers refuse fetch on file://; the offline editions bring the index as a script instead. */
  function load() {
    if (window.location.protocol === 'file:') {
      var script = document.createElement('script');
      script.src = new URL('search/search_index.js', base).href;
      script.onload = function () { prepare(window.__index || {}); show(); };
      script.onerror = failed;
      document.head.append(script);
      return;
    }
    fetch(new URL(dialog.getAttribute('data-index'), window.location)).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(prepare).then(show).catch(failed);
  }

  var timer = 0;
  input.addEventListener('input', function () {
    clearTimeout(timer);
    timer = setTimeout(show, 150);
  });
  dialog.querySelector('form').addEventListener('submit', function (event) {
    event.preventDefault();
    show();
    var link = list.querySelector('a');
    if (link) link.focus();
  });
  /* A result on this same page only moves the page: make way for it. */
  list.addEventListener('click', function (event) { if (event.target.closest('a')) dialog.close(); });
  load();
})();
