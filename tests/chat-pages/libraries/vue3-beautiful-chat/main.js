import 'vue3-beautiful-chat/dist/vue3-beautiful-chat.css';
import * as Vue from 'vue';
import Chat from 'vue3-beautiful-chat';
import App from './App.vue';

const app = Vue.createApp(App);
app.use(Chat);
app.mount('#app');
