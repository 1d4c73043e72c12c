package app.drift.sync;

public interface Remote {
  long upload(String file);

  long download(String file);
}
