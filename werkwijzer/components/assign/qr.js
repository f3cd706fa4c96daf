/* A QR code (ISO/IEC 18004, bytes, versions 1 to 40) as rows of 0 and 1. No DOM. Tests lay it beside the Python package segno. */

// Per version: error-correction bytes a block, and blocks; level M is used, and L for what does not fit.
const LEVELS = {
  M: {
    bits: 0,
    ecc: [
      10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
      28, 28, 28, 28, 28, 28, 28,
    ],
    blocks: [
      1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43,
      45, 47, 49,
    ],
  },
  L: {
    bits: 1,
    ecc: [
      7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30,
      30, 30, 30, 30, 30, 30,
    ],
    blocks: [
      1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24,
      25,
    ],
  },
};
const MASKS = [
  (y, x) => (y + x) % 2,
  (y) => y % 2,
  (y, x) => x % 3,
  (y, x) => (y + x) % 3,
  (y, x) => ((y >> 1) + Math.floor(x / 3)) % 2,
  (y, x) => ((y * x) % 2) + ((y * x) % 3),
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2,
];

// ---- How much fits ----
/** All bytes of a version: what its modules hold after the patterns that every code has. */
function capacity(version) {
  const marks = version > 1 ? Math.floor(version / 7) + 2 : 0;
  const free = (16 * version + 128) * version + 64 - (marks ? (25 * marks - 10) * marks - 55 : 0);
  return (free - (version >= 7 ? 36 : 0)) >> 3;
}

const room = (version, { ecc, blocks }) => capacity(version) - ecc[version - 1] * blocks[version - 1];
const counter = (version) => (version < 10 ? 8 : 16);

/** The smallest version that holds `size` bytes, or null. */
function fitting(size) {
  for (const level of [LEVELS.M, LEVELS.L])
    for (let version = 1; version <= 40; version += 1)
      if (4 + counter(version) + 8 * size <= 8 * room(version, level)) return { version, level };
  return null;
}

// ---- Bytes with their error correction ----
function dataBytes(bytes, version, level) {
  const bits = [];
  const push = (value, size) => {
    for (let at = size - 1; at >= 0; at -= 1) bits.push((value >> at) & 1);
  };
  push(4, 4);
  push(bytes.length, counter(version));
  bytes.forEach((byte) => push(byte, 8));
  const most = 8 * room(version, level);
  push(0, Math.min(4, most - bits.length));
  push(0, -bits.length & 7);
  for (let pad = 0xec; bits.length < most; pad ^= 0xec ^ 0x11) push(pad, 8);
  return Array.from({ length: bits.length / 8 }, (_, at) => bits.slice(8 * at, 8 * at + 8).reduce((sum, bit) => 2 * sum + bit, 0));
}

// Multiplication in the field of 256 elements.
function times(a, b) {
  let product = 0;
  for (let at = 7; at >= 0; at -= 1) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> at) & 1) * a);
  return product;
}

function divisor(degree) {
  let root = 1;
  const terms = [...Array(degree - 1).fill(0), 1];
  for (let at = 0; at < degree; at += 1) {
    for (let term = 0; term < degree; term += 1) terms[term] = times(terms[term], root) ^ (terms[term + 1] ?? 0);
    root = times(root, 2);
  }
  return terms;
}

function remainder(block, terms) {
  const rest = terms.map(() => 0);
  for (const byte of block) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    terms.forEach((term, at) => {
      rest[at] ^= times(term, factor);
    });
  }
  return rest;
}

/** The bytes in blocks, each with its correction, woven together. */
function woven(data, version, { ecc, blocks }) {
  const count = blocks[version - 1];
  const terms = divisor(ecc[version - 1]);
  const short = Math.floor(data.length / count);
  const longFrom = count - (data.length % count);
  let at = 0;
  const parts = Array.from({ length: count }, (_, index) => data.slice(at, (at += short + Number(index >= longFrom))));
  const across = (rows) =>
    Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, index) => rows.map((row) => row[index]))
      .flat()
      .filter((byte) => byte !== undefined);
  return [...across(parts), ...across(parts.map((part) => remainder(part, terms)))];
}

// ---- The square ----
function places(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - (count - 2 - index) * step)];
}

/** What every code of this version has; null where data goes. */
function frame(version) {
  const size = version * 4 + 17;
  const grid = Array.from({ length: size }, () => Array(size).fill(null));
  const set = (y, x, dark) => {
    if (grid[y]?.[x] !== undefined) grid[y][x] = Number(dark);
  };
  const square = (cy, cx, reach, dark) => {
    for (let y = -reach; y <= reach; y += 1)
      for (let x = -reach; x <= reach; x += 1) set(cy + y, cx + x, dark(Math.max(Math.abs(y), Math.abs(x))));
  };
  for (let at = 0; at < size; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [y, x] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ])
    square(y, x, 4, (ring) => ring !== 2 && ring !== 4);
  const marks = places(version, size);
  const last = marks.length - 1;
  marks.forEach((y, i) =>
    marks.forEach((x, j) => {
      if (!(i + j === 0 || (i === 0 && j === last) || (i === last && j === 0))) square(y, x, 2, (ring) => ring !== 1);
    }),
  );
  const keep = (y, x) => set(y, x, 0); // room for what is written when the mask is known
  format(keep, size, 0, 0);
  if (version >= 7) versionBits(keep, size, version);
  return { grid, size };
}

function checkBits(value, generator, size) {
  let rest = value;
  for (let at = 0; at < size; at += 1) rest = (rest << 1) ^ ((rest >> (size - 1)) * generator);
  return (value << size) | rest;
}

function format(set, size, level, mask) {
  const bits = checkBits((level << 3) | mask, 0x537, 10) ^ 0x5412;
  const bit = (at) => (bits >> at) & 1;
  for (let at = 0; at < 15; at += 1) {
    if (at < 6) set(at, 8, bit(at));
    else if (at < 8) set(at + 1, 8, bit(at));
    else if (at === 8) set(8, 7, bit(at));
    else set(8, 14 - at, bit(at));
    if (at < 8) set(8, size - 1 - at, bit(at));
    else set(size - 15 + at, 8, bit(at));
  }
  set(size - 8, 8, 1);
}

function versionBits(set, size, version) {
  const bits = checkBits(version, 0x1f25, 12);
  for (let at = 0; at < 18; at += 1) {
    const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)];
    set(a, b, (bits >> at) & 1);
    set(b, a, (bits >> at) & 1);
  }
}

/** The free places in the order in which bits go: two columns at a time, up and down, from the right. */
function* path(size) {
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let at = 0; at < size; at += 1) for (const x of [right, right - 1]) yield [up ? size - 1 - at : at, x];
  }
}

function masked({ grid, size }, bytes, mask) {
  const rows = grid.map((row) => [...row]);
  let at = 0;
  for (const [y, x] of path(size)) {
    if (grid[y][x] !== null) continue;
    rows[y][x] = (at < 8 * bytes.length ? (bytes[at >> 3] >> (7 - (at & 7))) & 1 : 0) ^ Number(MASKS[mask](y, x) === 0);
    at += 1;
  }
  return rows;
}

function finish(rows, version, level, mask) {
  const set = (y, x, dark) => {
    rows[y][x] = dark;
  };
  format(set, rows.length, level.bits, mask);
  if (version >= 7) versionBits(set, rows.length, version);
  return rows;
}

// ---- The mask that reads easiest ----
function penalty(rows) {
  const columns = rows.map((_, x) => rows.map((row) => row[x]));
  const lines = [...rows, ...columns].map((line) => line.join(''));
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  const finders = lines.reduce((sum, line) => sum + 40 * finderLike(line), 0);
  const dark = (rows.flat().filter(Boolean).length / rows.length ** 2) * 100;
  return runs + 3 * blocksOf(rows) + finders + 10 * Math.floor(Math.abs(dark - 50) / 5);
}

const blocksOf = (rows) =>
  rows
    .slice(1)
    .reduce(
      (sum, row, y) => sum + row.filter((bit, x) => x && bit === row[x - 1] && bit === rows[y][x] && bit === rows[y][x - 1]).length,
      0,
    );

/** How often dark-light 1:1:3:1:1 stands in a line with four light ones on one side; beyond the edge all is light. */
function finderLike(line) {
  let count = 0;
  for (let at = line.indexOf('1011101'), on; at >= 0; at = line.indexOf('1011101', at + on)) {
    const found = !line.slice(Math.max(0, at - 4), at).includes('1') || !line.slice(at + 7, at + 11).includes('1');
    count += Number(found);
    on = found ? 7 : 4; // a pattern that counts may not be the start of the next
  }
  return count;
}

/** Rows of 0 and 1 without the light border of four; null when `text` is too long. `mask` 0 to 7, else the best one. */
export function qr(text, { mask = null } = {}) {
  const bytes = new TextEncoder().encode(text);
  const { version, level } = fitting(bytes.length) ?? {};
  if (!version) return null;
  const base = frame(version);
  const woof = woven(dataBytes([...bytes], version, level), version, level);
  const all = MASKS.map((_, index) => [index, masked(base, woof, index)]);
  const best = () => all.map(([index, rows]) => [penalty(rows), index]).reduce((one, other) => (other[0] < one[0] ? other : one))[1];
  const chosen = mask ?? best();
  return finish(all[chosen][1], version, level, chosen);
}
