chrome.runtime.onInstalled.addListener(async () => {
  for (const { id } of await chrome.tabs.query({ url: 'http://127.0.0.1/*' })) {
    await chrome.scripting.executeScript({ target: { tabId: id }, files: ['content.js'] });
  }
});
