import 'tdesign-vue-next/es/style/index.css';
import TDesignChat from '@tdesign-vue-next/chat';
import TDesign from 'tdesign-vue-next';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).use(TDesign).use(TDesignChat).mount('#app');
