package dev.amserr.app.schedule;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.spi.JobFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quartz with its store in memory. A task never runs twice at the same time, and one that fails is
 * run at its next beat. Nothing is made up for: a task looks at what is due. Quartz goes by the
 * time of day; when that is set back, every task begins anew instead of waiting for it to come
 * again.
 */
public final class Timer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Timer.class);
  private static final int THREADS = 4;

  /** How long a task may take to end; supervisors kill what does not stop soon. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final Map<String, Task> tasks = new ConcurrentHashMap<>();
  private final Beats beats = new Beats();
  private final Scheduler scheduler;
  private final Steps steps;
  private final ScheduledExecutorService looks;

  private record Task(String name, Duration beat, Runnable work) {

    Trigger trigger() {
      return TriggerBuilder.newTrigger()
          .withIdentity(name)
          .startNow()
          .withSchedule(
              SimpleScheduleBuilder.simpleSchedule()
                  .withIntervalInMilliseconds(beat.toMillis())
                  .repeatForever()
                  .withMisfireHandlingInstructionNextWithRemainingCount())
          .build();
    }
  }

  /**
   * A timer that runs.
   *
   * @param name unique within this JVM
   */
  public Timer(String name) {
    this(name, new Steps(Clock.systemUTC(), Ticker.systemTicker()), BETWEEN_LOOKS);
  }

  /** A timer that looks that often whether the clock was set back. */
  Timer(String name, Steps steps, Duration betweenLooks) {
    this.steps = steps;
    Properties settings = new Properties();
    settings.setProperty("org.quartz.scheduler.instanceName", name);
    settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
    settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    try {
      scheduler = new StdSchedulerFactory(settings).getScheduler();
      JobFactory wakes = (bundle, quartz) -> new Beat(tasks, beats);
      scheduler.setJobFactory(wakes);
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("The timer does not start", e);
    }
    looks =
        Executors.newSingleThreadScheduledExecutor(
            look -> {
              Thread thread = new Thread(look, "clock");
              thread.setDaemon(true);
              return thread;
            });
    long between = betweenLooks.toMillis();
    var unused = looks.scheduleWithFixedDelay(this::look, between, between, TimeUnit.MILLISECONDS);
  }

  /**
   * Runs a task now and then again and again.
   *
   * @param beat from one beginning to the next; a task that takes longer leaves beats out
   * @param name unique within this timer, for the log
   */
  public void every(Duration beat, String name, Runnable work) {
    Task task = new Task(name, beat, work);
    if (tasks.putIfAbsent(name, task) != null) {
      throw new IllegalArgumentException("The timer has a task " + name + " already");
    }
    try {
      scheduler.scheduleJob(
          JobBuilder.newJob(Beat.class).withIdentity(name).build(), task.trigger());
    } catch (SchedulerException e) {
      throw new IllegalStateException("The timer does not take the task " + name, e);
    }
  }

  private void look() {
    Duration back = steps.back();
    if (back.isZero()) {
      return;
    }
    LOG.warn(
        "The clock was set back by {} s; every task of the timer begins anew", back.toSeconds());
    for (Task task : tasks.values()) {
      try {
        scheduler.rescheduleJob(TriggerKey.triggerKey(task.name()), task.trigger());
      } catch (SchedulerException e) {
        LOG.error("The task {} waits for the time that it knew", task.name(), e);
      }
    }
  }

  /** Begins nothing new and waits for what runs, but not for ever. */
  @Override
  public void close() {
    looks.shutdownNow();
    try {
      // Quartz's own waiting never ends if it comes while a beat is handed to a thread.
      scheduler.shutdown(false);
    } catch (SchedulerException e) {
      throw new IllegalStateException("The timer does not stop", e);
    }
    if (!beats.close()) {
      LOG.warn(
          "A task of the timer has not ended within {} s; it is left behind", PATIENCE.toSeconds());
    }
  }

  /** Those that run now; after it is closed, none. */
  private static final class Beats {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean closed;

    void run(Runnable task) {
      lock.readLock().lock();
      try {
        if (!closed) {
          task.run();
        }
      } finally {
        lock.readLock().unlock();
      }
    }

    /** Whether none runs any more. */
    boolean close() {
      closed = true;
      try {
        boolean none = lock.writeLock().tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (none) {
          lock.writeLock().unlock();
        }
        return none;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /** One beat of a task. Quartz wants a public class. */
  @DisallowConcurrentExecution
  public static final class Beat implements Job {

    private final Map<String, Task> tasks;

    private final Beats beats;

    private Beat(Map<String, Task> tasks, Beats beats) {
      this.tasks = tasks;
      this.beats = beats;
    }

    @Override
    public void execute(JobExecutionContext context) {
      String name = context.getJobDetail().getKey().getName();
      Task task = tasks.get(name);
      if (task == null) {
        throw new IllegalStateException("No task is called " + name);
      }
      try {
        beats.run(task.work());
      } catch (RuntimeException e) {
        LOG.error("The task {} failed; it is tried again at its next beat", name, e);
      }
    }
  }
}
