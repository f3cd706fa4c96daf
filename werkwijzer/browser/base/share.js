/* Ways out of the page that need no server: a file, the clipboard. */

/** Puts a file among the reader's downloads. */
export function download(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** Whether it was copied. The clipboard is closed to pages from file:// and to some browsers: then the selected text is there to copy. */
export function copy(field) {
  field.select();
  return Promise.resolve(navigator.clipboard?.writeText(field.value).then(() => true)).then(Boolean, () => false);
}

/** Has a status read out, the same words once more too. */
export function tell(status, text) {
  status.textContent = '';
  setTimeout(() => {
    status.textContent = text;
  }, 60);
}
