/* make generate 6346d9f3 e02ba1be */

(()=>{var e=globalThis.Werkwijzer??={},t=new URL("../../",document.currentScript.src),{href:r}=location;if(!e.lost){e.lost=!0;const c=function(){const e=/WO\d{1,3}\.[\w-]+\.[0-9a-f]{8}/.exec(r)?.[0]??/opdracht(?:=|%(?:25)*3D)(.*)/i.exec(r)?.[1];if(void 0!==e)return`${t}#opdracht=${e}`;const[,c,o]=/^([^#?]*?)%(?:25)*23(.*)$/.exec(r)??[];return c&&`${c}#${o}`}();c?location.replace(c):function(){for(const e of document.querySelectorAll('a[href^="/"]'))e.pathname.startsWith(t.pathname)||(e.href=new URL(e.getAttribute("href").slice(1),t))}()}})();
