/* make generate ca713815 113b879c */
(()=>{"use strict";const e=document.querySelector('meta[name="ww-moved"]').content;location.replace(new URL(e+location.search+location.hash,location.href))})()
