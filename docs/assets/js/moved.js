/* make generate 66713769 5e3de637 */

(()=>{var e=document.querySelector('meta[name="ww-moved"]').content;location.replace(new URL(e+location.search+location.hash,location.href))})();
