import { browse } from '../../terminal/browser.ts';
import { notify, type Room } from '../room.ts';
import { copyText } from './clipboard.ts';

/** Opens an address in a browser; where there is none, as over ssh, it is copied. Either is told. */
export async function openInBrowser(room: Room, address: string): Promise<void> {
  const isOpen = await room.hold(browse(address));
  if (!isOpen) copyText(room, address);
  notify(room, { key: isOpen ? 'browsing' : 'noBrowser' });
}
