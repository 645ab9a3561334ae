/**
 * The address under which a document is shown. A frame that a page fills itself (`srcdoc`,
 * `about:blank`, a blob) has none of its own: it counts as the page around it that made it.
 */
export function addressOf(document: Document): string {
  let view = document.defaultView;
  try {
    while (view && !/^https?:$/.test(view.location.protocol) && view.parent !== view) view = view.parent as Document['defaultView'];
    return view?.location.href ?? document.location.href;
  } catch {
    // Around it stands a page of another origin.
    return document.location.href;
  }
}
