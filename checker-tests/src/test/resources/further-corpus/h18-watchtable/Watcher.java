package watchtable;

public interface Watcher {
    void process(String path, String event);
}
