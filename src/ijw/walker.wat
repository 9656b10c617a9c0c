;; SPDX-License-Identifier: EUPL-1.2
;; Walks along known states of a document: takes a value that plainly fits, compares the markup behind it with what followed before, goes on.
;; What it takes is what Velden.take takes; whatever is not plain is left to that.
;;
;; Memory (walker.ts lays it out):
;;   0    result: position (i32), state (i32)
;;   state  +0 kind: 0 code, 1 getal, 2 datum, 3 cijfers, 4 tekst, 5 tijd, 6 known, 9 other; +4 place; +8 wanted; +12 shortest; +16 longest;
;;          +20 digits; +24 minimum (f64); +32 maximum (f64); +40 number of steps; +44 characters (0 any, 1 letters, 2 digits);
;;          +48 steps of 16 bytes: markup, its length, next state, action (0 = go on)
;;   places: per place one byte of state ($has), a number ($num, f64), one byte of length ($later), 64 bytes of text ($bytes),
;;          a count and eight codes, or four known values of up to six bytes ($codes, 36 bytes), the bytes of the last date ($dates, 16 bytes)
(module
  (memory (export "memory") 128)

  ;; Offset of the first byte that is not the same, 0 when all are: compares $length bytes, eight or more.
  (func $differs (param $a i32) (param $b i32) (param $length i32) (result i32)
    (local $end i32)
    (local.set $end (i32.sub (i32.add (local.get $a) (local.get $length)) (i32.const 8)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (if (i64.ne (i64.load (local.get $a)) (i64.load (local.get $b))) (then (return (i32.const 1))))
        (local.set $a (i32.add (local.get $a) (i32.const 8)))
        (local.set $b (i32.add (local.get $b) (i32.const 8)))
        (br $next)))
    (local.set $b (i32.sub (local.get $b) (i32.sub (local.get $a) (local.get $end))))
    (return (i64.ne (i64.load (local.get $end)) (i64.load (local.get $b)))))

  ;; Two digits as a number; 100 or more when they are none.
  (func $two (param $at i32) (result i32)
    (local $a i32) (local $b i32)
    (local.set $a (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))
    (local.set $b (i32.sub (i32.load8_u offset=1 (local.get $at)) (i32.const 48)))
    (if (i32.or (i32.gt_u (local.get $a) (i32.const 9)) (i32.gt_u (local.get $b) (i32.const 9)))
      (then (return (i32.const 1000))))
    (return (i32.add (i32.mul (local.get $a) (i32.const 10)) (local.get $b))))

  ;; Days since 1970-01-01 of the date at $at; -2147483648 when it is none.
  (func $days (param $at i32) (result i32)
    (local $year i32) (local $month i32) (local $day i32) (local $last i32) (local $century i32) (local $low i32)
    (local.set $century (call $two (local.get $at)))
    (local.set $low (call $two (i32.add (local.get $at) (i32.const 2))))
    (local.set $month (call $two (i32.add (local.get $at) (i32.const 5))))
    (local.set $day (call $two (i32.add (local.get $at) (i32.const 8))))
    (local.set $year (i32.add (i32.mul (local.get $century) (i32.const 100)) (local.get $low)))
    (if (i32.or
          (i32.or (i32.gt_u (local.get $century) (i32.const 99)) (i32.gt_u (local.get $low) (i32.const 99)))
          (i32.or (i32.ne (i32.load8_u offset=4 (local.get $at)) (i32.const 45))
                  (i32.ne (i32.load8_u offset=7 (local.get $at)) (i32.const 45))))
      (then (return (i32.const -2147483648))))
    (if (i32.or (i32.eqz (local.get $year)) (i32.gt_u (i32.sub (local.get $month) (i32.const 1)) (i32.const 11)))
      (then (return (i32.const -2147483648))))
    (local.set $last (i32.const 31))
    (if (i32.or (i32.or (i32.eq (local.get $month) (i32.const 4)) (i32.eq (local.get $month) (i32.const 6)))
                (i32.or (i32.eq (local.get $month) (i32.const 9)) (i32.eq (local.get $month) (i32.const 11))))
      (then (local.set $last (i32.const 30))))
    (if (i32.eq (local.get $month) (i32.const 2))
      (then
        (local.set $last (i32.const 28))
        (if (i32.eqz (i32.rem_u (local.get $year) (i32.const 4)))
          (then
            (if (i32.or (i32.ne (local.get $low) (i32.const 0)) (i32.eqz (i32.rem_u (local.get $year) (i32.const 400))))
              (then (local.set $last (i32.const 29))))))))
    (if (i32.gt_u (i32.sub (local.get $day) (i32.const 1)) (i32.sub (local.get $last) (i32.const 1)))
      (then (return (i32.const -2147483648))))
    ;; March is the first month of a year here, so that the leap day is its last.
    (if (i32.le_u (local.get $month) (i32.const 2))
      (then
        (local.set $year (i32.sub (local.get $year) (i32.const 1)))
        (local.set $month (i32.add (local.get $month) (i32.const 9))))
      (else (local.set $month (i32.sub (local.get $month) (i32.const 3)))))
    (return
      (i32.sub
        (i32.add
          (i32.add
            (i32.mul (local.get $year) (i32.const 365))
            (i32.add
              (i32.sub (i32.div_u (local.get $year) (i32.const 4)) (i32.div_u (local.get $year) (i32.const 100)))
              (i32.div_u (local.get $year) (i32.const 400))))
          (i32.add
            (i32.div_u (i32.add (i32.mul (local.get $month) (i32.const 153)) (i32.const 2)) (i32.const 5))
            (local.get $day)))
        (i32.const 719469))))

  ;; Keeps the text from $at to $p: its length, its bytes, and as one number when it has six characters or fewer.
  (func $keep (param $place i32) (param $at i32) (param $p i32) (param $num i32) (param $later i32) (param $bytes i32)
    (local $length i32) (local $i i32) (local $packed i64)
    (local.set $length (i32.sub (local.get $p) (local.get $at)))
    (i32.store8 (i32.add (local.get $later) (local.get $place)) (local.get $length))
    (local.set $bytes (i32.add (local.get $bytes) (i32.shl (local.get $place) (i32.const 6))))
    (loop $copy
      (i64.store (i32.add (local.get $bytes) (local.get $i)) (i64.load (i32.add (local.get $at) (local.get $i))))
      (local.set $i (i32.add (local.get $i) (i32.const 8)))
      (br_if $copy (i32.lt_u (local.get $i) (local.get $length))))
    (if (i32.le_u (local.get $length) (i32.const 6))
      (then
        (loop $pack
          (local.set $packed
            (i64.or (i64.shl (local.get $packed) (i64.const 8)) (i64.extend_i32_u (i32.load8_u (local.get $at)))))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br_if $pack (i32.lt_u (local.get $at) (local.get $p))))))
    (f64.store (i32.add (local.get $num) (i32.shl (local.get $place) (i32.const 3)))
      (f64.convert_i64_s (local.get $packed))))

  ;; Goes on from $state at $pos. Gives the action of a step that wants one (position and state are those before it), or 0 where the
  ;; value at the position is not plain, does not end before $end, or is followed by something else.
  (func $walk (export "walk")
    (param $state i32) (param $pos i32) (param $end i32)
    (param $has i32) (param $num i32) (param $later i32) (param $bytes i32) (param $codes i32) (param $dates i32)
    (result i32)
    (local $kind i32) (local $place i32) (local $p i32) (local $byte i32) (local $length i32) (local $value i32)
    (local $list i32) (local $left i32) (local $step i32) (local $stop i32) (local $wide i64) (local $number f64)
    (loop $values
      (i32.store (i32.const 0) (local.get $pos))
      (i32.store (i32.const 4) (local.get $state))
      (local.set $kind (i32.load (local.get $state)))
      (local.set $place (i32.load offset=4 (local.get $state)))
      (local.set $p (local.get $pos))
      (block $taken
        (if (i32.eqz (local.get $kind))
          (then
            (local.set $value (i32.const 0))
            (block $ended
              (loop $next
                (if (i32.ge_u (local.get $p) (local.get $end)) (then (return (i32.const 0))))
                (local.set $byte (i32.load8_u (local.get $p)))
                (br_if $ended (i32.eq (local.get $byte) (i32.const 60)))
                (local.set $value (i32.or (i32.shl (local.get $value) (i32.const 8)) (local.get $byte)))
                (local.set $p (i32.add (local.get $p) (i32.const 1)))
                (br_if $next (i32.le_u (i32.sub (local.get $p) (local.get $pos)) (i32.const 4))))
              (return (i32.const 0)))
            (local.set $list (i32.add (local.get $codes) (i32.mul (local.get $place) (i32.const 36))))
            (local.set $left (i32.load (local.get $list)))
            (block $known
              (loop $next
                (if (i32.eqz (local.get $left)) (then (return (i32.const 0))))
                (local.set $list (i32.add (local.get $list) (i32.const 4)))
                (br_if $known (i32.eq (i32.load (local.get $list)) (local.get $value)))
                (local.set $left (i32.sub (local.get $left) (i32.const 1)))
                (br $next)))
            (f64.store (i32.add (local.get $num) (i32.shl (local.get $place) (i32.const 3)))
              (f64.convert_i32_s (local.get $value)))
            (i32.store8 (i32.add (local.get $later) (local.get $place)) (i32.const 255))
            (br $taken)))
        (if (i32.eq (local.get $kind) (i32.const 1))
          (then
            (local.set $wide (i64.const 0))
            (block $ended
              (loop $next
                (if (i32.ge_u (local.get $p) (local.get $end)) (then (return (i32.const 0))))
                (local.set $byte (i32.sub (i32.load8_u (local.get $p)) (i32.const 48)))
                (br_if $ended (i32.gt_u (local.get $byte) (i32.const 9)))
                (local.set $wide
                  (i64.add (i64.mul (local.get $wide) (i64.const 10)) (i64.extend_i32_u (local.get $byte))))
                (local.set $p (i32.add (local.get $p) (i32.const 1)))
                (br_if $next (i32.le_u (i32.sub (local.get $p) (local.get $pos)) (i32.const 15))))
              (return (i32.const 0)))
            (if (i32.or (i32.ne (local.get $byte) (i32.const 12)) (i32.eq (local.get $p) (local.get $pos)))
              (then (return (i32.const 0))))
            (local.set $number (f64.convert_i64_s (local.get $wide)))
            (if (i32.or (f64.lt (local.get $number) (f64.load offset=24 (local.get $state)))
                        (f64.gt (local.get $number) (f64.load offset=32 (local.get $state))))
              (then (return (i32.const 0))))
            (f64.store (i32.add (local.get $num) (i32.shl (local.get $place) (i32.const 3))) (local.get $number))
            (br $taken)))
        (if (i32.eq (local.get $kind) (i32.const 2))
          (then
            (local.set $p (i32.add (local.get $pos) (i32.const 10)))
            (if (i32.ge_u (local.get $p) (local.get $end)) (then (return (i32.const 0))))
            (if (i32.ne (i32.load8_u (local.get $p)) (i32.const 60)) (then (return (i32.const 0))))
            (local.set $list (i32.add (local.get $dates) (i32.shl (local.get $place) (i32.const 4))))
            (if (i32.or (i64.ne (i64.load (local.get $pos)) (i64.load (local.get $list)))
                        (i32.ne (i32.load offset=6 (local.get $pos)) (i32.load offset=8 (local.get $list))))
              (then
                (local.set $value (call $days (local.get $pos)))
                (if (i32.eq (local.get $value) (i32.const -2147483648)) (then (return (i32.const 0))))
                (i64.store (local.get $list) (i64.load (local.get $pos)))
                (i32.store offset=8 (local.get $list) (i32.load offset=6 (local.get $pos)))
                (i32.store offset=12 (local.get $list) (local.get $value))))
            (f64.store (i32.add (local.get $num) (i32.shl (local.get $place) (i32.const 3)))
              (f64.convert_i32_s (i32.load offset=12 (local.get $list))))
            (br $taken)))
        (if (i32.eq (local.get $kind) (i32.const 5))
          (then
            (local.set $p (i32.add (local.get $pos) (i32.const 8)))
            (if (i32.ge_u (local.get $p) (local.get $end)) (then (return (i32.const 0))))
            (if (i32.or (i32.ne (i32.load8_u (local.get $p)) (i32.const 60))
                        (i32.or (i32.ne (i32.load8_u offset=2 (local.get $pos)) (i32.const 58))
                                (i32.ne (i32.load8_u offset=5 (local.get $pos)) (i32.const 58))))
              (then (return (i32.const 0))))
            (local.set $value (call $two (local.get $pos)))
            (local.set $byte (call $two (i32.add (local.get $pos) (i32.const 3))))
            (local.set $length (call $two (i32.add (local.get $pos) (i32.const 6))))
            (if (i32.or (i32.gt_u (local.get $value) (i32.const 23))
                        (i32.or (i32.gt_u (local.get $byte) (i32.const 59)) (i32.gt_u (local.get $length) (i32.const 59))))
              (then (return (i32.const 0))))
            (f64.store (i32.add (local.get $num) (i32.shl (local.get $place) (i32.const 3)))
              (f64.convert_i32_s
                (i32.add
                  (i32.add (i32.mul (local.get $value) (i32.const 3600)) (i32.mul (local.get $byte) (i32.const 60)))
                  (local.get $length))))
            (br $taken)))
        (if (i32.eq (local.get $kind) (i32.const 6))
          (then
            (local.set $wide (i64.const 0))
            (block $ended
              (loop $next
                (if (i32.ge_u (local.get $p) (local.get $end)) (then (return (i32.const 0))))
                (local.set $byte (i32.load8_u (local.get $p)))
                (br_if $ended (i32.eq (local.get $byte) (i32.const 60)))
                (local.set $wide
                  (i64.or (i64.shl (local.get $wide) (i64.const 8)) (i64.extend_i32_u (local.get $byte))))
                (local.set $p (i32.add (local.get $p) (i32.const 1)))
                (br_if $next (i32.le_u (i32.sub (local.get $p) (local.get $pos)) (i32.const 6))))
              (return (i32.const 0)))
            (local.set $list (i32.add (local.get $codes) (i32.mul (local.get $place) (i32.const 36))))
            (local.set $left (i32.load (local.get $list)))
            (block $known
              (loop $next
                (if (i32.eqz (local.get $left)) (then (return (i32.const 0))))
                (br_if $known (i64.eq (i64.load offset=4 (local.get $list)) (local.get $wide)))
                (local.set $list (i32.add (local.get $list) (i32.const 8)))
                (local.set $left (i32.sub (local.get $left) (i32.const 1)))
                (br $next)))
            (br $taken)))
        (if (i32.eq (local.get $kind) (i32.const 3))
          (then
            (local.set $stop (i32.add (local.get $pos) (i32.load offset=20 (local.get $state))))
            (if (i32.ge_u (local.get $stop) (local.get $end)) (then (return (i32.const 0))))
            (loop $next
              (if (i32.gt_u (i32.sub (i32.load8_u (local.get $p)) (i32.const 48)) (i32.const 9))
                (then (return (i32.const 0))))
              (local.set $p (i32.add (local.get $p) (i32.const 1)))
              (br_if $next (i32.lt_u (local.get $p) (local.get $stop))))
            (if (i32.ne (i32.load8_u (local.get $p)) (i32.const 60)) (then (return (i32.const 0)))))
          (else
            (if (i32.ne (local.get $kind) (i32.const 4)) (then (return (i32.const 0))))
            (if (i32.eq (i32.load8_u (local.get $pos)) (i32.const 32)) (then (return (i32.const 0))))
            (local.set $value (i32.load offset=44 (local.get $state)))
            (block $ended
              (loop $next
                (if (i32.ge_u (local.get $p) (local.get $end)) (then (return (i32.const 0))))
                (local.set $byte (i32.load8_u (local.get $p)))
                (br_if $ended (i32.eq (local.get $byte) (i32.const 60)))
                (if (i32.or (i32.or (i32.lt_u (local.get $byte) (i32.const 32)) (i32.gt_u (local.get $byte) (i32.const 127)))
                            (i32.or (i32.eq (local.get $byte) (i32.const 38)) (i32.eq (local.get $byte) (i32.const 93))))
                  (then (return (i32.const 0))))
                (if (local.get $value)
                  (then
                    (if (i32.eqz
                          (i32.or
                            (i32.and (i32.and (local.get $value) (i32.const 1))
                                     (i32.lt_u (i32.sub (i32.or (local.get $byte) (i32.const 32)) (i32.const 97)) (i32.const 26)))
                            (i32.and (i32.shr_u (local.get $value) (i32.const 1))
                                     (i32.lt_u (i32.sub (local.get $byte) (i32.const 48)) (i32.const 10)))))
                      (then (return (i32.const 0))))))
                (local.set $p (i32.add (local.get $p) (i32.const 1)))
                (br $next)))
            (local.set $length (i32.sub (local.get $p) (local.get $pos)))
            (if (i32.or (i32.lt_u (local.get $length) (i32.load offset=12 (local.get $state)))
                        (i32.gt_u (local.get $length) (i32.load offset=16 (local.get $state))))
              (then (return (i32.const 0))))))
        (if (i32.load offset=8 (local.get $state))
          (then
            (if (i32.gt_u (i32.sub (local.get $p) (local.get $pos)) (i32.const 64)) (then (return (i32.const 0))))
            (call $keep (local.get $place) (local.get $pos) (local.get $p) (local.get $num) (local.get $later)
              (local.get $bytes)))))
      (i32.store8 (i32.add (local.get $has) (local.get $place)) (i32.const 1))
      (local.set $left (i32.load offset=40 (local.get $state)))
      (local.set $step (i32.add (local.get $state) (i32.const 48)))
      (block $found
        (loop $next
          (if (i32.eqz (local.get $left)) (then (return (i32.const 0))))
          (local.set $length (i32.load offset=4 (local.get $step)))
          (if (i32.le_u (i32.add (local.get $p) (local.get $length)) (local.get $end))
            (then
              (br_if $found
                (i32.eqz (call $differs (local.get $p) (i32.load (local.get $step)) (local.get $length))))))
          (local.set $step (i32.add (local.get $step) (i32.const 16)))
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br $next)))
      (local.set $value (i32.load offset=12 (local.get $step)))
      (if (local.get $value)
        (then
          (i32.store (i32.const 0) (local.get $p))
          (return (local.get $value))))
      (local.set $pos (i32.add (local.get $p) (local.get $length)))
      (local.set $state (i32.load offset=8 (local.get $step)))
      (br $values))
    (return (i32.const 0))))
