/** Line icons of the console, 24 × 24, drawn here: an emoji needs a font that not every machine has. */
const paths = {
  robot: 'M12 3v3M6 6h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM9 11v2M15 11v2M9 21h6',
  face: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M9 10v.5M15 10v.5M8.5 14.5c1.8 2.2 5.2 2.2 7 0',
  receipt: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  bag: 'M5 8h14l-1 12H6zM9 8V6a3 3 0 0 1 6 0v2',
} as const;

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
