import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A picture of a screen as PNG with 256 colours, every other as the nearest of them: a third of the bytes. `blank` is any empty page. */
export async function smallPicture(blank: Page, png: Buffer): Promise<Buffer> {
  const { width, height, colours, places } = await blank.evaluate(async (base64) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const ground = canvas.getContext('2d');
    if (!ground) throw new Error('a picture cannot be drawn');
    ground.drawImage(image, 0, 0);
    const { data } = ground.getImageData(0, 0, image.width, image.height);
    const points = Array.from({ length: data.length / 4 }, (_, at) => ((data[at * 4] ?? 0) << 16) | ((data[at * 4 + 1] ?? 0) << 8) | (data[at * 4 + 2] ?? 0));
    const counts = new Map<number, number>();
    for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1);
    // Of colours that the eye takes for one only the commonest, lest the greys of letters crowd a link's blue out.
    const alike = Map.groupBy([...counts].toSorted(([, a], [, b]) => b - a), ([colour]) => colour & 0xf8f8f8);
    const kept = [...alike.values()].toSorted((a, b) => (b[0]?.[1] ?? 0) - (a[0]?.[1] ?? 0)).slice(0, 256).flatMap(([first]) => first?.[0] ?? []);
    const far = (a: number, b: number): number => [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
    const place = new Map([...counts.keys()].map((colour) => [colour, kept.reduce((best, each, at) => (far(each, colour) < far(kept[best] ?? 0, colour) ? at : best), 0)]));
    let text = '';
    for (const point of points) text += String.fromCharCode(place.get(point) ?? 0);
    return { width: image.width, height: image.height, colours: kept, places: btoa(text) };
  }, png.toString('base64'));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  // Eight bits a point, each the number of a colour.
  header.set([8, 3], 8);
  const points = Buffer.from(places, 'base64');
  const lines = Array.from({ length: height }, (_, at) => Buffer.concat([Buffer.of(0), points.subarray(at * width, (at + 1) * width)]));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
