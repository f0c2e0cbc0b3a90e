//! Sharing the batches of a portfolio out between threads.

use super::Portfolio;
use super::batch::{Batch, Batches, Done, Form};
use std::io::{self, BufRead};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Batches that each thread may have waiting, done or not.
const AHEAD: usize = 4;

impl Portfolio {
    /// Hand batches to the threads in turn and take them back in the same turn, so that they come in order and none waits for more
    /// than a few others.
    pub(super) fn share_out<R: BufRead>(
        &self,
        batches: &mut Batches<R>,
        form: Form,
        threads: usize,
        mut take: impl FnMut(Done) -> io::Result<Batch>,
    ) -> io::Result<()> {
        std::thread::scope(|scope| {
            let workers: Vec<(SyncSender<Batch>, Receiver<Done>)> = (0..threads)
                .map(|_| {
                    let (give, given) = sync_channel::<Batch>(AHEAD);
                    let (hand_back, handed_back) = sync_channel(AHEAD);
                    scope.spawn(move || {
                        // ends when the other side has gone: no more batches, or nobody to take them
                        while given.recv().is_ok_and(|batch| hand_back.send(self.batch(batch, form)).is_ok())
                        {
                        }
                    });
                    (give, handed_back)
                })
                .collect();
            let (mut given, mut taken) = (workers.iter().cycle(), workers.iter().cycle());
            let mut waiting = 0;
            loop {
                let next = if waiting < threads * AHEAD { batches.next()? } else { None };
                match next {
                    Some(batch) => {
                        // a thread that has gone has panicked, which the scope tells of when it ends
                        if given.next().is_none_or(|(give, _)| give.send(batch).is_err()) {
                            return Ok(());
                        }
                        waiting += 1;
                    }
                    None if waiting == 0 => return Ok(()),
                    None => {
                        let Some(Ok(done)) = taken.next().map(|(_, handed_back)| handed_back.recv()) else {
                            return Ok(());
                        };
                        waiting -= 1;
                        batches.reuse(take(done)?);
                    }
                }
            }
        })
    }
}
