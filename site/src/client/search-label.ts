// The field of the search has its name in a tooltip only: it gets a label when it comes.

const place = document.querySelector('#starlight__search');
if (place)
  new MutationObserver((_, observer) => {
    const field = place.querySelector('input');
    if (!field) return;
    field.setAttribute('aria-label', field.placeholder);
    observer.disconnect();
  }).observe(place, { childList: true, subtree: true });
