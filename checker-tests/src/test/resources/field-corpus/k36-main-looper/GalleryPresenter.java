package k36;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Loads thumbnails in the background and shows them on the main thread. */
public class GalleryPresenter {
    private final ExecutorService mIo = Executors.newFixedThreadPool(4);
    private final Function<String, byte[]> mLoader;
    private final List<byte[]> mShown = new ArrayList<>();
    private int mPending;
    private int mFailures;
    private long mGeneration;

    public GalleryPresenter(Function<String, byte[]> loader) {
        mLoader = loader;
    }

    /** Main thread. */
    public void show(List<String> urls) {
        MainLooper.getMain().post(() -> {
            mGeneration++;
            mShown.clear();
            mPending = 0;
            for (String url : urls) {
                mPending++;
                load(url, mGeneration);
            }
        });
    }

    private void load(String url, long generation) {
        mIo.execute(() -> {
            byte[] bitmap = null;
            try {
                bitmap = mLoader.apply(url);
            } catch (RuntimeException e) {
                MainLooper.getMain().post(() -> mFailures++);
            }
            final byte[] result = bitmap;
            MainLooper.getMain().post(() -> onLoaded(result, generation));
        });
    }

    private void onLoaded(byte[] bitmap, long generation) {
        if (generation != mGeneration) {
            return;
        }
        mPending--;
        if (bitmap != null) {
            mShown.add(bitmap);
        }
        if (mPending == 0) {
            MainLooper.getMain().postDelayed(this::refreshIfStale, 30_000);
        }
    }

    private void refreshIfStale() {
        if (mFailures > 3) {
            mFailures = 0;
            mGeneration++;
        }
    }
}
