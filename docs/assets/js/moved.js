/* make generate b25c3269 ef33a704 */

(()=>{var o=document.querySelector('meta[name="ww-moved"]').content;location.replace(new URL(o+location.search+location.hash,location.href));})();
