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
  const judgeFocus = () => {
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
    return { index: wanted.indexOf(element), name: referee.name(element), faults,
      skips: element.matches("a[href^='#']") };
  };

  // Notes every stop of the Tab key from now on, once the key is up, until the focus leaves the page.
  let wanted = [], stops = [], hasLeft = false;
  const note = (event) => {
    if (event.key !== "Tab" || hasLeft) return;
    const stop = judgeFocus();
    // Beyond the last control the window itself has the focus, now and then so briefly that it isn't seen.
    const begins = stop?.index === 0 && stops.findLast(({ index }) => index >= 0)?.index === wanted.length - 1;
    if (stop && !(begins && wanted.length > 1)) stops.push(stop);
    else hasLeft = true;
  };
  referee.startWalk = () => {
    [wanted, stops, hasLeft] = [referee.controls(), [], false];
    addEventListener("keyup", note, true);
    return wanted.map(referee.name);
  };
  referee.endWalk = () => {
    removeEventListener("keyup", note, true);
    return stops;
  };

  // What opens and closes, each by its position.
  referee.folds = () => [...document.querySelectorAll("summary")].filter(isShown);
  let folds = [];
  referee.focusFold = (index) => {
    if (index === 0) folds = referee.folds();
    folds[index].focus();
    return folds[index].parentElement.open;
  };
  referee.judgeFold = (index) => [folds[index].parentElement.open, referee.name(folds[index])];

  // Of all texts that stand in the same way within the same four elements the first two and the last.
  const samples = () => {
    const groups = new Map();
    for (const element of document.body.querySelectorAll("*")) {
      if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue;
      let sort = "";
      for (let part = element, depth = 0; part && depth < 4; part = part.parentElement, depth += 1) {
        sort += `${part.localName}.${part.className} ${part.getAttributeNames()}>`;
      }
      if (!groups.has(sort)) groups.set(sort, []);
      groups.get(sort).push(element);
    }
    return [...groups.values()].flatMap((group) => [...new Set([...group.slice(0, 2), group.at(-1)])]);
  };

  // What axe-core finds on the page or on samples of its texts: the rules that are broken, each with the places.
  referee.runAxe = async ([rules, onSamples]) =>
    (await axe.run(onSamples ? { include: samples() } : document, rules)).violations
      .map((violation) => [violation.id, violation.nodes.map((node) => node.target.join(" "))]);

  referee.settle = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

  referee.measure = () => {
    add(observer.takeRecords());
    const root = document.documentElement;
    const scrolls = root.scrollWidth > root.clientWidth;
    const wide = !scrolls ? [] : [...document.querySelectorAll("body *")].filter((element) => {
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
      width: innerWidth,
      scrolls,
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
