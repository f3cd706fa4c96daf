/* At an old address: on to the new one, with what stood behind # and ? still behind it. */

const to = document.querySelector('meta[name="ww-moved"]').content;
location.replace(new URL(to + location.search + location.hash, location.href));
