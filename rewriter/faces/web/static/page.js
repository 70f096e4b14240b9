/* Saves steps on pages that work without it: answers appear in place, and texts can be copied. */
(() => {
  "use strict";
  const main = () => document.getElementById("main");

  const tell = (words) => {
    let region = document.getElementById("told");
    if (!region) {
      region = document.createElement("div");
      region.id = "told";
      region.className = "govuk-visually-hidden";
      region.setAttribute("role", "status");
      document.body.append(region);
    }
    region.textContent = words;
  };

  const dress = () => {
    for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
    const focus = document.querySelector("[data-focus]");
    if (focus && document.querySelector(".govuk-error-summary")) focus.focus();
  };

  const show = (page, wanted) => {
    const written = new DOMParser().parseFromString(page, "text/html");
    const answer = written.getElementById("main");
    if (!answer) throw new Error("not a page");
    main().replaceWith(answer);
    document.title = written.title;
    dress();
    const next = (wanted && document.getElementById(wanted)) || document.querySelector("[data-focus]") || main();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    const heading = document.querySelector("main h1");
    tell(heading ? heading.textContent : "");
  };

  const send = async (form, button) => {
    const fields = new URLSearchParams(new FormData(form));
    if (button && button.name) fields.set(button.name, button.value);
    const gaps = [...form.querySelectorAll(".gap-input")];
    const open = gaps.find((gap) => !gap.value.trim() && gap !== document.activeElement);
    form.setAttribute("aria-busy", "true");
    if (button) button.setAttribute("aria-disabled", "true");
    tell("Judging. This can take a moment.");
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "text/html" } });
      show(await answer.text(), open && open.id);
    } catch {
      form.removeAttribute("aria-busy");
      if (button) button.removeAttribute("aria-disabled");
      form.dataset.plain = "yes";
      form.requestSubmit(button || undefined); // the browser says what is wrong
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.getAttribute("aria-busy")) event.preventDefault();
    else if (form.matches("[data-live]") && !form.dataset.plain) {
      event.preventDefault();
      send(form, event.submitter);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) event.target.form.requestSubmit();
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const from = document.getElementById(button.dataset.copy);
    const text = "value" in from ? from.value : from.innerText;
    try {
      if ("value" in from) await navigator.clipboard.writeText(text);
      else {
        const html = new Blob([from.outerHTML], { type: "text/html" });
        const plain = new Blob([text], { type: "text/plain" });
        await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": plain })]);
      }
      tell("Copied");
      button.textContent = "Copied";
    } catch {
      if ("select" in from) from.select();
      tell("Select the words and copy them with the keyboard.");
    }
  });

  dress();
})();
