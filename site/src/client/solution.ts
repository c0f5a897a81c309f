// <holdout-solution>, a link to a solution → a button that asks whether one is sure, and shows the solution in the page

class Solution extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) return;
    const ask = button('Show the solution', () => this.ask(link.href, ask));
    this.replaceChildren(ask);
  }

  /** The question takes the place of the button, so that nothing is shown by a slip of the finger. */
  private ask(href: string, before: HTMLButtonElement): void {
    const question = document.createElement('p');
    question.textContent = 'Show the solution? You learn more by opening one more hint and trying again.';
    const yes = button('Show it', () => void this.show(href));
    const no = button('Not yet', () => {
      this.replaceChildren(before);
      before.focus();
    });
    this.replaceChildren(question, yes, no);
    no.focus();
  }

  private async show(href: string): Promise<void> {
    const code = document.createElement('pre');
    code.tabIndex = 0;
    code.setAttribute('role', 'group');
    code.setAttribute('aria-label', 'Solution');
    code.textContent = await fetch(href).then(
      (response) => (response.ok ? response.text() : `${href} could not be read: ${response.statusText}`),
      () => `${href} could not be read: there is no connection.`,
    );
    this.replaceChildren(code);
    code.focus();
  }
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', onClick);
  return made;
}

customElements.define('holdout-solution', Solution);
