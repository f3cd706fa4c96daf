/* The whole record at once: export, import, merge, code, erase. Loaded on Mijn voortgang only. */
(() => {
  'use strict';
  const W = globalThis.Werkwijzer ??= {};
  const { store, record, pack, pasted } = W;
  const { PLAIN, address, heir, courseAt, checks, keyOf, textOf, keys: stored, native, put, emit, memory } = store.raw;
  const { rules, shape, group, keys, time, result } = record;
  const KINDS = { answers: 'answer', chapters: 'chapter', notes: 'note', scans: 'scan', cases: 'case', reviews: 'review', assignments: 'assignment' };
  const HEAD = { format: 'werkwijzer', schema: 1, course: W.course };
  const MOST = 8e6; // more than a browser keeps
  const CODE = 4000;

  const refuse = (word) => ({ ok: false, word });
  const overKinds = (make) => Object.fromEntries(Object.entries(KINDS).map(([name, kind]) => [name, make(kind, name)]));

  function exportAll() {
    const device = Math.trunc(record.seed()).toString(16);
    return { ...HEAD, device, at: Date.now(), ...overKinds((kind) => Object.fromEntries(store.entries(kind))) };
  }

  /** A file at the downloads. */
  function hand(name, type, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = `werkwijzer-${name}-${new Date().toLocaleDateString('sv-SE')}.${type === 'text/plain' ? 'txt' : 'json'}`; // 2026-11-22
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  /** A backup at the downloads. */
  function download() {
    hand('voortgang', 'application/json', JSON.stringify(exportAll(), null, 1));
    store.set('learner', 'backup', Date.now());
  }

  /** What another address keeps (`kind:id` → text), as a backup of it would say; what cannot be read is no part of it. */
  function fileOf(texts) {
    const file = { ...HEAD, at: Date.now() };
    for (const [name, kind] of Object.entries(KINDS)) file[name] = Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith(`${kind}:`)).map(([key, text]) => [key.slice(kind.length + 1), readable(kind, text)]).filter(([, value]) => value));
    return JSON.stringify(file);
  }

  function readable(kind, text) {
    try { return checks.get(kind)(JSON.parse(text)); } catch { return null; }
  }

  // ---- Reading what somebody brings ----
  const fileRules = shape({ at: time, ...overKinds((kind) => (value = {}) => group(5000, rules[kind])(value)) });

  /** `{ok: true, data}` with only checked values in it, or `{ok: false, word}` that says why not. */
  function readImport(said) {
    if (said.length > MOST) return refuse('importTooLarge');
    try {
      const file = JSON.parse(said);
      const word = refusal(keys(file), file);
      return word ? refuse(word) : { ok: true, data: { ...fileRules(file), unknown: unknown(file) } };
    } catch {
      return refuse('importNotJson');
    }
  }

  function refusal(names, file) {
    if (!names.includes('format') || file.format !== HEAD.format) return 'importNotJson';
    if (file.course !== HEAD.course) return 'importOtherCourse';
    if (file.schema === HEAD.schema) return null;
    return Number.isInteger(file.schema) && file.schema > HEAD.schema ? 'importNewerSchema' : 'importNotJson';
  }

  // A later version may keep more kinds of things; they are counted, not taken over.
  function unknown(file) {
    const others = Object.keys(file).filter((key) => !(key in HEAD) && !(key in KINDS) && !['device', 'at'].includes(key));
    return others.reduce((sum, key) => sum + (Object(file[key]) === file[key] ? Object.keys(file[key]).length : 1), 0);
  }

  // ---- Merging: both devices end up with the same, in whatever order ----
  const equal = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const newer = (a, b) => (a.at === b.at ? JSON.stringify(a) > JSON.stringify(b) : a.at > b.at);
  const bare = (value) => ({ ...value, history: [] });
  const share = ({ points, of }) => (of ? points / of : 0);

  /** At most ten results, oldest first, each once; the best one is never dropped. */
  function newest(results) {
    const all = [...new Map(results.map((item) => [JSON.stringify(item), item])).values()].sort((a, b) => (newer(a, b) ? 1 : -1));
    const late = all.slice(-10);
    const best = all.reduce((top, item) => (top && share(top) >= share(item) ? top : item), null);
    return !best || late.includes(best) ? late : [best, ...late.slice(1)];
  }

  const JOIN = {
    answer(mine, theirs) {
      const [first, last] = newer(bare(mine), bare(theirs)) ? [mine, theirs] : [theirs, mine];
      const past = equal(bare(mine), bare(theirs)) ? [] : [result(last)];
      return { ...first, history: newest([...mine.history, ...theirs.history, ...past]) };
    },
    chapter: (mine, theirs) => ({ opened: Math.min(mine.opened, theirs.opened), at: Math.max(mine.at, theirs.at) }),
    scan: (mine, theirs) => ({ takes: takes([...mine.takes, ...theirs.takes]), at: Math.max(mine.at, theirs.at) }),
  };
  const later = (mine, theirs) => (newer(mine, theirs) ? mine : theirs);

  /** At most twelve takes of a scan, oldest first, each once; the first one stays, for it is what the last is laid beside. */
  function takes(all) {
    const sorted = [...new Map(all.map((take) => [JSON.stringify(take), take])).values()].sort((a, b) => (newer(a, b) ? 1 : -1));
    return sorted.length > 12 ? [sorted[0], ...sorted.slice(-11)] : sorted;
  }

  function changes(data) {
    const each = (kind, id, theirs) => {
      const mine = store.get(kind, id);
      const value = (JOIN[kind] ?? later)(mine ?? theirs, theirs);
      return equal(mine, value) ? [] : [[kind, id, value]];
    };
    return Object.entries(KINDS).flatMap(([name, kind]) => Object.entries(data[name]).flatMap(([id, theirs]) => each(kind, id, theirs)));
  }

  /** What a merge would do, in counts; `changes` is 0 when it would do nothing. */
  function plan(data) {
    const all = changes(data);
    const count = (...kinds) => all.filter(([kind]) => kinds.includes(kind)).length;
    const others = count('scan', 'case', 'review', 'assignment');
    const sum = { new: 0, newer: 0, older: 0, same: 0, notes: count('note'), others, unknown: data.unknown, changes: all.length };
    for (const [id, theirs] of Object.entries(data.answers)) sum[compare(store.get('answer', id), theirs)] += 1;
    return sum;
  }

  function compare(mine, theirs) {
    if (!mine) return 'new';
    if (equal(bare(mine), bare(theirs))) return 'same';
    return newer(bare(theirs), bare(mine)) ? 'newer' : 'older';
  }

  /** `{ok: true, undo}`, or `{ok: false, word}` and nothing has changed. */
  function merge(data) {
    const undo = apply(changes(data));
    if (!undo) return refuse('importFailed');
    record.persist();
    return { ok: true, undo };
  }

  // All or nothing: a function that undoes it, or null when the browser keeps no more.
  function apply(list) {
    const done = [];
    for (const [kind, id, value] of list) {
      const key = keyOf(kind, id);
      const step = { key, text: JSON.stringify(value), before: textOf(key) };
      if (!put(key, step.text)) return back(done), null;
      done.push(step);
    }
    emit(null, null);
    return () => back(done.filter((step) => textOf(step.key) === step.text));
  }

  // Last step first: each state on the way back has been stored before, so it fits.
  function back(steps) {
    for (const step of [...steps].reverse()) put(step.key, step.before);
    emit(null, null);
  }

  // ---- A code to copy: WW1.<deflated JSON>.<checksum>, or WW2 where a browser cannot deflate ----
  /** `{ok: true, code}` or `{ok: false, word}`. */
  async function toCode() {
    const [number, body] = await pack.packed(JSON.stringify(exportAll()));
    const code = `WW${number}.${body}.${pack.checksum(body)}`;
    return code.length > CODE ? refuse('codeTooLarge') : { ok: true, code };
  }

  /** As `readImport`. 4000 signs unfold to 3 MB at most, so nothing needs to be stopped halfway. */
  async function fromCode(said) {
    const { version, body } = [...pasted.codes(said, 'WW')].find((code) => code.version && code.body.length <= CODE && pack.checksum(code.body) === code.sum) ?? {};
    if (!body) return refuse('importBadCode');
    if (version > pack.LAST) return refuse('importNewerSchema');
    if (version === 1 && !pack.able) return refuse('codeUnsupported');
    try {
      const read = readImport(await pack.open(body, version));
      return read.word === 'importNotJson' ? refuse('importBadCode') : read;
    } catch {
      return refuse('importBadCode');
    }
  }

  // ---- What could not be read, and the end of it all ----
  /** `[{key, text}]` */
  const asides = () => stored().filter((key) => key.startsWith(keyOf('aside', ''))).map((key) => ({ key, text: textOf(key) }));

  /** Everything of this course at this address, older and newer versions too; at these other addresses as well. */
  function erase(others = []) {
    const plain = heir || others.includes(textOf(`${PLAIN}heir`)) ? [courseAt('')] : [];
    const starts = [...plain, ...[address, ...others].map(courseAt)];
    for (const key of [...stored(), ...native()].filter((key) => starts.some((start) => key.startsWith(start)))) put(key, null);
    memory.clear();
    emit(null, null);
  }

  Object.assign(store, { asides, erase });
  Object.assign(record, { exportAll, hand, download, fileOf, readImport, plan, merge, toCode, fromCode });
})();
