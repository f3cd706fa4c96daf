/* make generate 1d2e9bce e53fbe42 */

(()=>{var e=class extends HTMLElement{connectedCallback(){const e=this.querySelector("[data-do=print]");e.hidden=!1,e.onclick=()=>this.print()}print(){const e=[...this.parentElement.children].filter(e=>e!==this&&e!==this.previousElementSibling);for(const t of e)t.classList.add("ww-programme-other");addEventListener("afterprint",()=>e.forEach(e=>e.classList.remove("ww-programme-other")),{once:!0}),print()}};customElements.define("ww-programme",e)})();
