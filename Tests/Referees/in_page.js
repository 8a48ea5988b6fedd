// What the referee asks a page, from within. Installed before anything of the page runs.
(() => {
  const referee = { shift: 0, moved: [], reports: [] };
  const add = (entries) => entries.forEach((entry) => {
    referee.shift += entry.value;
    for (const source of entry.sources) if (source.node) referee.moved.push(source.node.parentElement || source.node);
  });
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  document.addEventListener("securitypolicyviolation", (event) => {
    referee.reports.push(`${event.effectiveDirective} blocked ${event.blockedURI}`);
  });

  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
    !element.closest("[inert]");

  // A name for people: the tag, what it says, and where it leads.
  referee.name = (element) => {
    const text = (element.getAttribute("aria-label") || element.textContent || "").trim().replace(/\s+/g, " ");
    const place = element.getAttribute("href") || element.id || element.getAttribute("name") || "";
    return `<${element.localName}> ${text.slice(0, 40)} ${place}`.trim();
  };

  // Everything that a mouse can use, in the order of the page; of radio buttons one for each name.
  referee.controls = () => {
    const names = new Set();
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
      .filter((element) => !element.disabled && element.type !== "hidden" && isShown(element))
      .filter((element) => element.type !== "radio" || (!names.has(element.name) && names.add(element.name)));
  };

  // Looks that a focused element, what is drawn with it, or the card around it could differ in.
  const look = (element) => {
    const around = [];
    for (let part = element.parentElement; part && around.length < 4; part = part.parentElement) around.push(part);
    const parts = [element, ...around, ...element.children].map((part) => [part, null]);
    const looks = [...parts, [element, "::before"], [element, "::after"]].map(([part, pseudo]) => {
      const style = getComputedStyle(part, pseudo);
      return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.backgroundColor,
        style.borderColor, style.textDecoration, style.color].join(" ");
    });
    return looks.join("|");
  };

  // What is wrong with the element that has the focus; nothing for the page itself.
  referee.judgeFocus = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const faults = [];
    const box = element.getBoundingClientRect();
    const focused = look(element);
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
      faults.push("has the focus, but is out of sight");
    } else {
      const x = Math.min(innerWidth - 1, Math.max(0, box.left + Math.min(box.width / 2, 20)));
      const y = Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2));
      const top = document.elementFromPoint(x, y);
      const covers = top && !element.contains(top) && !top.contains(element) && !top.closest("label");
      if (covers) faults.push(`has the focus behind ${referee.name(top)}`);
    }
    element.blur();
    if (look(element) === focused) faults.push("looks the same with and without the focus");
    element.focus({ preventScroll: true });
    return { index: referee.controls().indexOf(element), name: referee.name(element), faults };
  };

  referee.measure = () => {
    add(observer.takeRecords());
    const root = document.documentElement;
    const wide = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1) && isShown(element);
    });
    const small = referee.controls().filter((element) => {
      const box = element.getBoundingClientRect();
      // Links within a sentence may be as high as the sentence.
      const isInText = element.localName === "a" && getComputedStyle(element).display === "inline";
      return !isInText && box.width > 0 && box.height > 1 && box.height < 24;
    });
    return {
      scrolls: root.scrollWidth > root.clientWidth,
      wide: wide.slice(0, 3).map(referee.name),
      headings: document.querySelectorAll("h1").length,
      small: small.slice(0, 3).map(referee.name),
      shift: referee.shift,
      moved: [...new Set(referee.moved.map(referee.name))].slice(0, 3),
      reports: referee.reports,
      cookies: document.cookie,
    };
  };
  window.referee = referee;
})();
