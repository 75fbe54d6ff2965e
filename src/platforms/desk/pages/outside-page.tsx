import type { Child } from 'hono/jsx';
import { Document } from '../render/document.js';
import { Mark } from '../render/mark.js';

/** A page without the frame: before the desk is open, and where something went wrong. */
export function OutsidePage({
  title,
  refresh,
  children,
}: {
  title: string;
  refresh?: boolean;
  children: Child;
}) {
  return (
    <Document title={`${title} · Earshot`} {...(refresh !== undefined && { refresh })}>
      <body class="outside">
        <main id="main">
          <p class="brand">
            <Mark />
            Earshot
          </p>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </Document>
  );
}
