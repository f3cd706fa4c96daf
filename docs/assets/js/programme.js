/* make generate 1ce4dcfb 08c24594 */

(()=>{var n=class extends HTMLElement{connectedCallback(){let t=this.querySelector("[data-do=print]");t.hidden=!1,t.onclick=()=>this.print()}print(){let t=[...this.parentElement.children].filter(e=>e!==this&&e!==this.previousElementSibling);for(let e of t)e.classList.add("ww-programme-other");addEventListener("afterprint",()=>t.forEach(e=>e.classList.remove("ww-programme-other")),{once:!0}),print()}};customElements.define("ww-programme",n);})();
