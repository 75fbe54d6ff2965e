/** Earshot's mark: a voice and how far it carries. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
      <circle cx="7" cy="12" r="3" fill="currentColor" />
      <path d="M12.2 6.8a7.4 7.4 0 0 1 0 10.4" />
      <path d="M16 3.4a12.2 12.2 0 0 1 0 17.2" />
    </svg>
  );
}
