/* Codes in what somebody pastes or opens: what mail programs and their filters did to them is undone. `werkwijzer/course/pasted.py` says the same in Python.

   A code is two letters, a number, a full stop, a body, a full stop and a checksum: WO1.7VZ….0a1b2c3d. Around it stands whatever a mail
   adds: marks of quoting, soft line ends, signs that cannot be seen, the address of a filter with ours in it as a parameter. Several
   readings of the text are offered; the checksum tells which one is right. */

const MOST = 2e5; // signs that are looked into
const READINGS = 24;

/** Marks of quoting at the start of lines, soft line ends and signs that cannot be seen, taken out. */
const unquoted = (said) =>
  oneSpaced(said.replace(/\p{DI}/gu, ''))
    .replace(/^ *(?:(?:>|\||&gt;) *)+/gm, '')
    .replace(/= *\n/g, '');

// \s and $ are other sets here than in Python.
const oneSpaced = (text) =>
  text.replace(/\r\n?|[\x85\u2028\u2029]/g, '\n').replace(/[\p{White_Space}\x1c-\x1f]/gu, (sign) => (sign === '\n' ? sign : ' '));

function percent(run) {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

const UNDO = [
  (text) => text.replace(/(?:%[0-9a-f]{2})+/gi, percent),
  (text) => text.replace(/[ \n]/g, ''), // a line may end within %3D
  (text) => text.replace(/=([2-7][0-9A-F])/g, (all, hex) => String.fromCharCode(parseInt(hex, 16))), // quoted-printable
  (text) => text.replace(/https?-3A__[\w.~*-]+/gi, (url) => url.replaceAll('_', '/').replace(/-([0-9a-f]{2})/gi, '%$1')), // Proofpoint, version 2
];

/** What a text can have been before it was sent. */
export function readings(said) {
  const found = new Set(said.length > MOST ? [] : [unquoted(said)]);
  for (const text of found) for (const undo of UNDO) if (found.size < READINGS) found.add(undo(text));
  return found;
}

/** Codes that start with these letters, in the order in which they stand: `{version, body, sum}`. May hold some that are none. */
export function* codes(said, letters) {
  const code = new RegExp(`(?<![\\w-])${letters}(\\d{1,3})\\.([\\w \\n-]+)\\.((?:[ \\n]*[0-9a-f]){8})(?![^\\W_])`, 'g');
  for (const text of readings(said)) {
    for (const [, version, body, sum] of text.matchAll(code))
      yield { version: Number(version), body: body.replace(/[ \n]/g, ''), sum: sum.replace(/[ \n]/g, '') };
  }
}
