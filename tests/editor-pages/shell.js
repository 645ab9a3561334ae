// One page for every editor: index.html?editor=NAME. What is common to all of them is here: a list
// of messages, a send button, and a view of the text that the editor's own state holds, for tests.
import './shell.css';

const modules = import.meta.glob('./editors/*.{js,jsx}');
const name = new URLSearchParams(location.search).get('editor');
const state = document.getElementById('state');

/** Appends a message with exactly this text; an empty one is not sent. */
function send(text) {
  if (text.trim() === '') return false;
  const item = document.createElement('li');
  item.className = 'us';
  item.dataset.sent = JSON.stringify(text);
  item.textContent = text;
  document.getElementById('messages').append(item);
  return true;
}

/** Shows the text in the editor's state, as its own change event told it. */
function show(text) {
  state.dataset.text = JSON.stringify(text);
}

show('');
const load = modules[`./editors/${name}.js`] ?? modules[`./editors/${name}.jsx`];
const { mount } = await load();
await mount({ host: document.getElementById('composer'), button: document.getElementById('send'), send, show });
document.documentElement.dataset.ready = name;
