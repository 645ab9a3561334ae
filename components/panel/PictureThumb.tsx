import { useEffect, useRef } from 'react';
import type { Thumb } from './view';

/** A small picture. Drawn, since a page may forbid images from elsewhere. */
export function PictureThumb({ thumb }: { thumb: Thumb }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { bitmap, alt } = thumb;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!bitmap || !context) return;
    context.clearRect(0, 0, bitmap.width, bitmap.height);
    context.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  if (!bitmap) {
    return (
      <span className="thumb none" role="img" aria-label={alt}>
        🖼
      </span>
    );
  }
  return <canvas ref={canvas} className="thumb" role="img" aria-label={alt} title={alt} width={bitmap.width} height={bitmap.height} />;
}
