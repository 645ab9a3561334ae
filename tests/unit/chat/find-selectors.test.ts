import { describe, expect, it } from 'vitest';
import { isGenerated } from '../../../chat/sites/selector';

describe('isGenerated', () => {
  it.each([
    'css-1x2y3z', 'sc-bdVaJa', 'jss123', 'svelte-1tky8bj', '_3k9xQ2', 'O4UWWFoQxgMq4AWHMq25', 'e0Bi5IauHWvUG8773oi9', 'inputArea_73920183', 'Button_root__2kJd8',
    'x10l6tqk', '_ak8l', 'makeStyles-root-12', ':r1a:', 'radix-4', 'el-id-1024-5', 'msg-1795000000000', '9lives',
  ])('%s', (name) => expect(isGenerated(name)).toBe(true));

  it.each([
    'message', 'message_left', 'Composer-input', 'cs-message-input__content-editor', 'ql-editor', 'ant-btn-primary', 'messageIsMe', 'msgItemWrap', 'SendBox-Editor',
    'replyTextarea', 'chat-window', 'vac-icon-textarea', 'ProseMirror', 'h1', 'col2', 'rce-mbox-right', 'qa-send-message-button',
  ])('not %s', (name) => expect(isGenerated(name)).toBe(false));
});
