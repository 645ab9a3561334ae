import { createApp, ref, watch } from 'vue/dist/vue.esm-bundler.js';

export function mount({ host, button, send, show }) {
  createApp({
    template: '<textarea v-model="text" placeholder="请输入" @keydown.enter.exact.prevent="enter"></textarea>',
    setup() {
      const text = ref('');
      watch(text, show, { flush: 'sync' });
      const submit = () => {
        if (send(text.value)) text.value = '';
      };
      const enter = (event) => {
        if (!event.isComposing) submit();
      };
      button.addEventListener('click', submit);
      return { text, enter };
    },
  }).mount(host);
}
