// Elements that come near the view → work that is done then, once for each.

/** Calls `work` for an element when it is less than `margin` pixels away from what can be seen. */
export function whenNear(elements: Iterable<Element>, work: (element: HTMLElement) => void, margin = 300): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        work(target as HTMLElement);
      }
    },
    { rootMargin: `${margin}px` },
  );
  for (const element of elements) observer.observe(element);
}
