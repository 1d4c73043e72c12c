package com.waxwing.events;

public class Console {
    public static void main(String[] args) {
        EventHub hub = new EventHub();
        Recorder recorder = new Recorder(20);
        hub.subscribe(recorder);
        int n = 0;
        for (String a : args) {
            n++;
            String text = a + n;
            new Thread(() -> hub.publish(text)).start();
        }
        System.out.println(recorder);
    }
}
