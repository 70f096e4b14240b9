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
  };

  const read = (page) => {
    const written = new DOMParser().parseFromString(page, "text/html");
    if (!written.getElementById("main")) throw new Error("not a page");
    return written;
  };

  const settle = (wanted) => {
    dress();
    const warned = main().querySelector("[role=alert]");
    const next = (wanted && document.getElementById(wanted)) || document.querySelector("[data-focus]") || main();
    next.focus();
    (warned || next).scrollIntoView({ block: "nearest" });
    const heading = main().querySelector("h1");
    tell(heading ? heading.textContent : "");
  };

  /* The Back button leads through what was shown, as it would without a script. */
  const shown = [main()];
  history.replaceState({ shown: 0 }, "");
  const show = (written, wanted) => {
    const at = (history.state && history.state.shown) || 0;
    shown.length = at + 1;
    shown.push(document.adoptNode(written.getElementById("main")));
    main().replaceWith(shown[at + 1]);
    document.title = written.title;
    history.pushState({ shown: at + 1 }, "");
    settle(wanted);
  };
  window.addEventListener("popstate", (event) => {
    const earlier = event.state && shown[event.state.shown];
    if (!earlier || earlier === main()) return;
    main().replaceWith(earlier);
    settle();
  });

  /* What the address does not bring back is not dropped without asking: an answer shown here, or words typed. */
  let sent = false;
  const unsaved = () =>
    (history.state && history.state.shown > 0) ||
    [...main().querySelectorAll("input, textarea")].some((field) => field.value !== field.defaultValue);
  window.addEventListener("beforeunload", (event) => {
    if (!sent && unsaved()) event.preventDefault();
    sent = false;
  });

  /* A problem of the service: what was typed stays where it is. */
  const warn = (title, words) => {
    const old = document.getElementById("warned");
    if (old) old.remove();
    const box = document.createElement("div");
    box.id = "warned";
    box.className = "govuk-error-summary";
    box.tabIndex = -1;
    box.setAttribute("role", "alert");
    const heading = document.createElement("h2");
    heading.className = "govuk-error-summary__title";
    heading.textContent = title;
    const text = document.createElement("p");
    text.className = "govuk-body";
    text.textContent = `${words} What you typed is still here.`;
    box.append(heading, text);
    main().prepend(box);
    box.focus();
  };

  const ask = (address, fields, accept, stop) =>
    fetch(address, { method: "POST", body: fields, headers: { Accept: accept }, signal: stop.signal });

  /* The data of each event of a stream, as they come. */
  async function* eventsIn(body) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let waiting = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (waiting + value).split("\n\n");
      waiting = blocks.pop();
      for (const block of blocks) {
        const data = block.split("\n").find((line) => line.startsWith("data: "));
        if (data) yield JSON.parse(data.slice(6));
      }
    }
  }

  /* Shows verdicts as they come, and gives the page that comes last. The draft is on that page alone. */
  const come = async (form, body, stop) => {
    const coming = document.getElementById("coming").content.firstElementChild.cloneNode(true);
    const [next, rows] = [coming.querySelector("p"), coming.querySelector("dl")];
    coming.querySelector("[data-stop]").addEventListener("click", () => stop.abort());
    form.after(coming);
    coming.scrollIntoView({ block: "nearest" });
    try {
      for await (const { html, page } of eventsIn(body)) {
        if (page) return read(page);
        if (!html) continue;
        const part = document.adoptNode(new DOMParser().parseFromString(html, "text/html").body.firstElementChild);
        if (part.getAttribute("role") === "alert") coming.prepend(part);
        else rows.append(part);
        if (rows.children.length < 5 || next.textContent === next.dataset.then) continue;
        next.textContent = next.dataset.then;
        tell(next.textContent);
      }
    } finally {
      coming.remove();
    }
    throw new Error("the stream has ended without a page");
  };

  const send = async (form, button) => {
    const fields = new URLSearchParams(new FormData(form));
    if (button && button.name) fields.set(button.name, button.value);
    const elsewhere = button && button.hasAttribute("formaction");
    const address = elsewhere ? button.formAction : form.action;
    const told = [button, document.activeElement].some((at) => at && at.closest(".who-answers"));
    const open = !elsewhere && !told && [...form.querySelectorAll(".gap-input")].find((gap) => !gap.value.trim());
    const stop = new AbortController();
    form.setAttribute("aria-busy", "true");
    tell("Judging. This can take a moment.");
    try {
      let answer = await ask(address, fields, "text/event-stream, text/html", stop);
      let written;
      if (answer.headers.get("Content-Type").startsWith("text/event-stream")) {
        try {
          written = await come(form, answer.body, stop);
        } catch {
          answer = await ask(address, fields, "text/html", stop); /* which fails at once where it was stopped */
        }
      }
      written = written || read(await answer.text());
      form.removeAttribute("aria-busy");
      if (!form.isConnected) return;
      if (answer.ok || answer.status === 422) {
        const wrong = written.querySelector(".govuk-error-summary");
        const gaps = [...written.querySelectorAll(".gap-input")];
        const next = gaps.find((gap) => !gap.value) || gaps[0];
        show(written, !wrong && open && next ? next.id : "");
      } else warn(written.querySelector("h1").textContent, written.querySelector("#trouble p").textContent);
    } catch {
      form.removeAttribute("aria-busy");
      if (!form.isConnected) return;
      if (stop.signal.aborted) {
        tell("Stopped. What you typed is still here.");
        form.querySelector("textarea, button").focus();
      } else warn("The service could not be reached", "Send it again in a moment.");
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.getAttribute("aria-busy")) event.preventDefault();
    else if (form.matches("[data-live]") && !(event.submitter && event.submitter.matches("[data-leave]"))) {
      event.preventDefault();
      send(form, event.submitter);
    } else sent = true;
  });

  /* As if the button below were pressed: that of the part one is in, or the first of the form. */
  document.addEventListener("keydown", (event) => {
    const { form } = event.target;
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !form) return;
    const button = "button:not([type])";
    const part = event.target.closest("details");
    form.requestSubmit((part && part.querySelector(button)) || form.querySelector(button));
  });

  /* A link within the page unfolds what it leads to, and leaves the Back button to the answers. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const place = link && document.getElementById(link.hash.slice(1));
    if (!place) return;
    event.preventDefault();
    const folded = place.closest("details");
    if (folded) folded.open = true;
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus();
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
  tell(""); /* a region that is there from the start is read out when it changes */
  const wrong = document.querySelector(".govuk-error-summary");
  if (wrong) wrong.focus();
})();
