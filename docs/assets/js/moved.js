/* make generate e5f861de 5e3de637 */

(()=>{var e=document.querySelector('meta[name="ww-moved"]').content;location.replace(new URL(e+location.search+location.hash,location.href))})();
