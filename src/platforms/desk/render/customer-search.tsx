/** Works without script: the answer is a page with an address of its own. */
export function CustomerSearch({ typed = '' }: { typed: string | undefined }) {
  return (
    <form class="search" id="search" role="search" method="get" action="/customers" data-keep="block">
      <label for="customer-search">Name, e-mail address, id or alert</label>
      <div class="search-line">
        <input
          type="search"
          id="customer-search"
          name="q"
          value={typed}
          maxlength={200}
          autocomplete="off"
          spellcheck={false}
        />
        <button type="submit" class="button primary">
          Find
        </button>
      </div>
    </form>
  );
}
