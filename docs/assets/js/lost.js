/* make generate 2a96c1ac 2fff61ed */

(()=>{var c=globalThis.Werkwijzer??={},o=new URL("../../",document.currentScript.src),{href:t}=location;function i(){let e=/WO\d{1,3}\.[\w-]+\.[0-9a-f]{8}/.exec(t)?.[0]??/opdracht(?:=|%(?:25)*3D)(.*)/i.exec(t)?.[1];if(e!==void 0)return`${o}#opdracht=${e}`;let[,n,r]=/^([^#?]*?)%(?:25)*23(.*)$/.exec(t)??[];return n&&`${n}#${r}`}function a(){for(let e of document.querySelectorAll('a[href^="/"]'))e.pathname.startsWith(o.pathname)||(e.href=new URL(e.getAttribute("href").slice(1),o))}if(!c.lost){c.lost=!0;let e=i();e?location.replace(e):a()}})();
